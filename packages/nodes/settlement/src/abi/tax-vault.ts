// Made from contracts/src/TaxVault.sol by contracts/generate.ts; change the Solidity and run it again.
export const taxVaultAbi = [
  {
    "inputs": [
      {
        "internalType": "contract IERC20",
        "name": "token_",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "registrar_",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "AlreadyRemitted",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "AuthorityAlreadyRegistered",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "AuthorityUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "InvalidPayoutAddress",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "registrar",
        "type": "address"
      }
    ],
    "name": "NotRegistrar",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToMove",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SetAsideTooSmall",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "AuthorityRegistered",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Remitted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "SetAside",
    "type": "event"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "balanceOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      }
    ],
    "name": "payoutAddressOf",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "payoutAddress",
        "type": "address"
      }
    ],
    "name": "registerAuthority",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "registrar",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      }
    ],
    "name": "remit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "obligation",
        "type": "bytes32"
      }
    ],
    "name": "remittedFor",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "taxpayer",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "authority",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "setAside",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "credited",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "contract IERC20",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const taxVaultBytecode = '0x60c060405234801561000f575f5ffd5b50604051610e6c380380610e6c83398101604081905261002e9161005c565b6001600160a01b039182166080521660a052610094565b6001600160a01b0381168114610059575f5ffd5b50565b5f5f6040838503121561006d575f5ffd5b825161007881610045565b602084015190925061008981610045565b809150509250929050565b60805160a051610d946100d85f395f818161014001526101dc01525f81816101b70152818161067b0152818161074b015281816107e5015261083d0152610d945ff3fe608060405234801561000f575f5ffd5b5060043610610085575f3560e01c80634d30b6be116100585780634d30b6be146101625780639655a9251461018c578063a96c77841461019f578063fc0c546a146101b2575f5ffd5b80631b921665146100895780632386d6eb146100cc5780632515d7da146100e15780632b20e3971461013b575b5f5ffd5b6100b9610097366004610c62565b600260209081525f938452604080852082529284528284209052825290205481565b6040519081526020015b60405180910390f35b6100df6100da366004610c92565b6101d9565b005b6101166100ef366004610cbc565b5f6020819052908152604090205473ffffffffffffffffffffffffffffffffffffffff1681565b60405173ffffffffffffffffffffffffffffffffffffffff90911681526020016100c3565b6101167f000000000000000000000000000000000000000000000000000000000000000081565b6100b9610170366004610cd3565b600160209081525f928352604080842090915290825290205481565b6100df61019a366004610cfb565b61040d565b6100b96101ad366004610c62565b6106b2565b6101167f000000000000000000000000000000000000000000000000000000000000000081565b337f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff8116821461026f576040517f58118d9800000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9283166004820152911660248201526044015b60405180910390fd5b505073ffffffffffffffffffffffffffffffffffffffff8116158015906102ac575073ffffffffffffffffffffffffffffffffffffffff81163014155b82829091610305576040517f8f5d319c000000000000000000000000000000000000000000000000000000008152600481019290925273ffffffffffffffffffffffffffffffffffffffff166024820152604401610266565b50505f8281526020819052604090205473ffffffffffffffffffffffffffffffffffffffff1682818015610384576040517fee6f123f000000000000000000000000000000000000000000000000000000008152600481019290925273ffffffffffffffffffffffffffffffffffffffff166024820152604401610266565b50505f838152602081815260409182902080547fffffffffffffffffffffffff00000000000000000000000000000000000000001673ffffffffffffffffffffffffffffffffffffffff8616908117909155915191825284917f5ca93e6628b4fe4607134e40ea507f26244123f20550b78178e7c32b624ffcdd910160405180910390a2505050565b6104156109a1565b5f8381526020819052604090205473ffffffffffffffffffffffffffffffffffffffff168381610474576040517f925a646a00000000000000000000000000000000000000000000000000000000815260040161026691815260200190565b505f83116104ae576040517fd77d93d300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b335f8181526002602090815260408083208884528252808320868452909152902054908584838015610537576040517f1a4f9b1700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9094166004850152602484019290925260448301526064820152608401610266565b5050335f8181526001602090815260408083208b845290915290205492509050868287818111156105bf576040517f6fd2dfa400000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff9094166004850152602484019290925260448301526064820152608401610266565b5050335f9081526002602090815260408083208b845282528083208984529091529020879055506105f290508582610d51565b335f8181526001602090815260408083208b845282529182902093909355805173ffffffffffffffffffffffffffffffffffffffff8716815292830188905286928992917f24bb0de359592a40bf851271bb3ac4c1d1811318853ba2856b3a7c33af7ad155910160405180910390a46106a273ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001684876109d8565b5050506106ad610a33565b505050565b5f6106bb6109a1565b5f83815260208190526040902054839073ffffffffffffffffffffffffffffffffffffffff1661071a576040517f925a646a00000000000000000000000000000000000000000000000000000000815260040161026691815260200190565b506040517f70a082310000000000000000000000000000000000000000000000000000000081523060048201525f907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16906370a0823190602401602060405180830381865afa1580156107a5573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906107c99190610d6a565b905061080d73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016333086610a5d565b6040517f70a0823100000000000000000000000000000000000000000000000000000000815230600482015281907f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16906370a0823190602401602060405180830381865afa158015610897573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906108bb9190610d6a565b6108c59190610d51565b91505f8211610900576040517fd77d93d300000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b73ffffffffffffffffffffffffffffffffffffffff85165f9081526001602090815260408083208784529091528120805484929061093f908490610d81565b9091555050604051828152849073ffffffffffffffffffffffffffffffffffffffff8716907ffd055043ad2d5c028c67929f91d6297e4cbd45fb1c75adf873d18531554f695a9060200160405180910390a35061099a610a33565b9392505050565b6109a9610abf565b6109d660017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610b18565b565b6109e58383836001610b1f565b6106ad576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff84166004820152602401610266565b6109d65f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006109d0565b610a6b848484846001610ba7565b610ab9576040517f5274afe700000000000000000000000000000000000000000000000000000000815273ffffffffffffffffffffffffffffffffffffffff85166004820152602401610266565b50505050565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156109d6576040517f3ee5aeb500000000000000000000000000000000000000000000000000000000815260040160405180910390fd5b80825d5050565b6040517fa9059cbb000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8616600452602485905291602083604481808b5af1925060015f51148316610b9b578383151615610b8f573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040517f23b872dd000000000000000000000000000000000000000000000000000000005f81815273ffffffffffffffffffffffffffffffffffffffff8781166004528616602452604485905291602083606481808c5af1925060015f51148316610c29578383151615610c1d573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b803573ffffffffffffffffffffffffffffffffffffffff81168114610c5d575f5ffd5b919050565b5f5f5f60608486031215610c74575f5ffd5b610c7d84610c3a565b95602085013595506040909401359392505050565b5f5f60408385031215610ca3575f5ffd5b82359150610cb360208401610c3a565b90509250929050565b5f60208284031215610ccc575f5ffd5b5035919050565b5f5f60408385031215610ce4575f5ffd5b610ced83610c3a565b946020939093013593505050565b5f5f5f60608486031215610d0d575f5ffd5b505081359360208301359350604090920135919050565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b81810381811115610d6457610d64610d24565b92915050565b5f60208284031215610d7a575f5ffd5b5051919050565b80820180821115610d6457610d64610d2456' as const;
